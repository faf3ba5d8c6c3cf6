/** Changes by REST: their archives, plans and runs. */
@NullMarked
package dev.cadastre.server.web.api.run;

import org.jspecify.annotations.NullMarked;
