package org.cotejo.ocr.recognition;

import java.time.Duration;

/**
 * Settings of recognition that do not belong to an engine.
 *
 * @param pageLimit after which a page is given up
 * @param reviewBelow mean confidence below which a person should look at a page
 */
public record RecognitionChoices(Duration pageLimit, double reviewBelow) {}
