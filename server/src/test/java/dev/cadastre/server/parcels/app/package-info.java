@NullMarked
package dev.cadastre.server.parcels.app;

import org.jspecify.annotations.NullMarked;
