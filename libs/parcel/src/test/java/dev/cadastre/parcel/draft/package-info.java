@NullMarked
package dev.cadastre.parcel.draft;

import org.jspecify.annotations.NullMarked;
