/**
 * Application packages that anybody can make, read and check. The format stands in {@code
 * docs/formats/parcel.md}.
 */
@NullMarked
package dev.cadastre.parcel;

import org.jspecify.annotations.NullMarked;
