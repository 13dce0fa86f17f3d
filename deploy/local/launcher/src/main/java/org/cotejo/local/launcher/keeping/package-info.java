/**
 * Backups of a data folder: what is in them, how they are made, and how a folder is made of one.
 */
@NullMarked
package org.cotejo.local.launcher.keeping;

import org.jspecify.annotations.NullMarked;
