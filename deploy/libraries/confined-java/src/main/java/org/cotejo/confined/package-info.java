/** Java programs with bounds on what they may take. */
@org.jspecify.annotations.NullMarked
package org.cotejo.confined;
