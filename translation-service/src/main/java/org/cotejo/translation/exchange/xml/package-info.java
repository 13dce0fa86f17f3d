/** XML written and read as a stream, for every format that this service gives or takes. */
package org.cotejo.translation.exchange.xml;
