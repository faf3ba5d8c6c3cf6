@NullMarked
package dev.cadastre.cli.doctor;

import org.jspecify.annotations.NullMarked;
