/** Makes incidents of what monitors find, and has people look after them. */
@NullMarked
package dev.cadastre.server.alerting.watching;

import org.jspecify.annotations.NullMarked;
