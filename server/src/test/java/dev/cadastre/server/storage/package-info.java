@NullMarked
package dev.cadastre.server.storage;

import org.jspecify.annotations.NullMarked;
