/** Log levels that an operator changes for a while, without a restart. */
@NullMarked
package org.cotejo.logging;

import org.jspecify.annotations.NullMarked;
