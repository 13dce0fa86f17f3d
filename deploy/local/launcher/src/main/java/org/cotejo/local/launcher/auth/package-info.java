/** Tokens of the local stack: its own key pair, since no login server runs here. */
package org.cotejo.local.launcher.auth;
