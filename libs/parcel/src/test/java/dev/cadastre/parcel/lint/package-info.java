@NullMarked
package dev.cadastre.parcel.lint;

import org.jspecify.annotations.NullMarked;
