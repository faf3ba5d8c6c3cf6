/** Recordings of a terminal: written down as an asciicast, and drawn as a moving picture. */
@NullMarked
package dev.cadastre.acceptance.recording;

import org.jspecify.annotations.NullMarked;
