/** The shell probe that describes a Linux host, and the records that its report is parsed into. */
@NullMarked
package dev.cadastre.probe;

import org.jspecify.annotations.NullMarked;
