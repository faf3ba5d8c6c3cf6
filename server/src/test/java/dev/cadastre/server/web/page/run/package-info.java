@NullMarked
package dev.cadastre.server.web.page.run;

import org.jspecify.annotations.NullMarked;
