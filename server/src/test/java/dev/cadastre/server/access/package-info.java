@NullMarked
package dev.cadastre.server.access;

import org.jspecify.annotations.NullMarked;
