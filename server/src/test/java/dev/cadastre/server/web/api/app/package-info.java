@NullMarked
package dev.cadastre.server.web.api.app;

import org.jspecify.annotations.NullMarked;
