@NullMarked
package dev.cadastre.server.web.security;

import org.jspecify.annotations.NullMarked;
