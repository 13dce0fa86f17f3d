/** Steady load on a local stack: papers, readers, and the queries of the dashboards beside them. */
@org.jspecify.annotations.NullMarked
package org.cotejo.bench.load;
