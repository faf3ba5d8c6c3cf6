@NullMarked
package dev.cadastre.server.change.query;

import org.jspecify.annotations.NullMarked;
