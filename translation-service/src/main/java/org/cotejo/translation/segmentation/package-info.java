/**
 * Cuts text into segments: sentences, and the headings, addresses, dates and signatures that stand
 * as lines of their own; reads translations that come as plain text; finds what editors put in.
 */
package org.cotejo.translation.segmentation;
