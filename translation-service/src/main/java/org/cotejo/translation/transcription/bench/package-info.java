/** Measures how well a person's text is set onto scans. */
package org.cotejo.translation.transcription.bench;
