@NullMarked
package dev.cadastre.parcel.definition;

import org.jspecify.annotations.NullMarked;
