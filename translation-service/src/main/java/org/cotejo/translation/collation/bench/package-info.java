/** The bench of the collation rules: known differences planted into clean bitexts, and counted. */
package org.cotejo.translation.collation.bench;
