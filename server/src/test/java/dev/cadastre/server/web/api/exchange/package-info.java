@NullMarked
package dev.cadastre.server.web.api.exchange;

import org.jspecify.annotations.NullMarked;
