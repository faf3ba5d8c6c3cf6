@NullMarked
package dev.cadastre.parcel.artefact;

import org.jspecify.annotations.NullMarked;
