/** The sample papers that a new stack is filled with, through the API as any client would. */
package org.cotejo.local.launcher.samples;
