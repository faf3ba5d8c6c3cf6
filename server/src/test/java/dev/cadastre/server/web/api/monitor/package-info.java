@NullMarked
package dev.cadastre.server.web.api.monitor;

import org.jspecify.annotations.NullMarked;
