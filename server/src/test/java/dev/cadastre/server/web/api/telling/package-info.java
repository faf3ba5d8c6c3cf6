@NullMarked
package dev.cadastre.server.web.api.telling;

import org.jspecify.annotations.NullMarked;
