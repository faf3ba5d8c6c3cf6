/** Tests of registries, real and hostile. */
@NullMarked
package dev.cadastre.parcel.registry;

import org.jspecify.annotations.NullMarked;
