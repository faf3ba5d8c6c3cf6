/** Stands before every route: who asks, from where, and whether they may come in at all. */
@NullMarked
package dev.cadastre.server.web.security;

import org.jspecify.annotations.NullMarked;
