package org.cotejo.ingest.accession;

/**
 * What a submission may hold at most.
 *
 * @param fileBytes size of one file
 * @param files number of scan files
 * @param pages of all scans together
 * @param pixels width times height of one page
 * @param sidePixels width or height of one page
 * @param translationBytes size of one translation or transcription in plain text
 * @param translationFileBytes size of one in another format
 */
public record ScanLimits(
    long fileBytes,
    int files,
    int pages,
    long pixels,
    int sidePixels,
    long translationBytes,
    long translationFileBytes) {}
