package org.cotejo.ocr.recognition;

/**
 * A page ready to be read.
 *
 * @param png the surrogate; not copied, must not be changed
 * @param widthPixels of the surrogate
 * @param heightPixels of the surrogate
 * @param resolutionDpi of the surrogate
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes is the harm
public record PageScan(byte[] png, int widthPixels, int heightPixels, int resolutionDpi) {}
