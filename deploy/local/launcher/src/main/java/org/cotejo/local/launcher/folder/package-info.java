/** The data folder: its marker, its lock, its secrets, and what can be wrong with it. */
package org.cotejo.local.launcher.folder;
