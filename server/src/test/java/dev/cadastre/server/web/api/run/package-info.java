@NullMarked
package dev.cadastre.server.web.api.run;

import org.jspecify.annotations.NullMarked;
