@NullMarked
package dev.cadastre.parcel.folder;

import org.jspecify.annotations.NullMarked;
