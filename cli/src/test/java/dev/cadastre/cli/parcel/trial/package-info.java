@NullMarked
package dev.cadastre.cli.parcel.trial;

import org.jspecify.annotations.NullMarked;
