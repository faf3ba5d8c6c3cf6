/** The records that travel between the server and its clients as JSON. */
@NullMarked
package dev.cadastre.api;

import org.jspecify.annotations.NullMarked;
