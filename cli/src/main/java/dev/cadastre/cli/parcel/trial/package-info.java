/** Runs the tests of a parcel where they can hurt nothing. */
@NullMarked
package dev.cadastre.cli.parcel.trial;

import org.jspecify.annotations.NullMarked;
