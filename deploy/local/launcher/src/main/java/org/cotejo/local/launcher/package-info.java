/** Commands of the local stack: up, down, token. */
package org.cotejo.local.launcher;
