@NullMarked
package dev.cadastre.server.web.page.app;

import org.jspecify.annotations.NullMarked;
