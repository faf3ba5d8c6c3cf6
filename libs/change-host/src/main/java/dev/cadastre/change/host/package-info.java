/**
 * Does changes on hosts over SSH, and on this machine. What lies on a host meanwhile is specified
 * in docs/formats/bundle.md.
 */
@NullMarked
package dev.cadastre.change.host;

import org.jspecify.annotations.NullMarked;
