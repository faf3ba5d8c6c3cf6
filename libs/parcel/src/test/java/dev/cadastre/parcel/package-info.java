@NullMarked
package dev.cadastre.parcel;

import org.jspecify.annotations.NullMarked;
