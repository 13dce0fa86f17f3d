package org.cotejo.local.launcher.stack;

import java.nio.file.Path;

/**
 * What may be different from stack to stack.
 *
 * @param tessdata folder with the language data of the OCR
 * @param withServices whether the four services are started; without them something else answers at
 *     their ports
 * @param withPrometheus whether the machine's Prometheus is to look at the services
 */
public record StackOptions(Path tessdata, boolean withServices, boolean withPrometheus) {}
