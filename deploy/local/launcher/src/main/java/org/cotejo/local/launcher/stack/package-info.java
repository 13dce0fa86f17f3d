/** The parts of a stack as processes: their order, their health, their restarts, their end. */
package org.cotejo.local.launcher.stack;
