/**
 * Reads INI text the way Python's {@code configparser} with {@code ExtendedInterpolation} does,
 * remembers where each value was written, and reports all problems at once.
 */
@NullMarked
package dev.cadastre.ini;

import org.jspecify.annotations.NullMarked;
