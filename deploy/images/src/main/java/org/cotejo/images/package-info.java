/** Images of the services, put together without a container engine, and their trial. */
@org.jspecify.annotations.NullMarked
package org.cotejo.images;
