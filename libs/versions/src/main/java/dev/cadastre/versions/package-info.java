/**
 * Orders version strings as their package managers do, and says whether a version lies in a range.
 *
 * <p>{@link dev.cadastre.versions.VersionScheme} is where to start. All types are immutable and may
 * be used by several threads.
 */
@NullMarked
package dev.cadastre.versions;

import org.jspecify.annotations.NullMarked;
