@NullMarked
package dev.cadastre.server.web.page.chart;

import org.jspecify.annotations.NullMarked;
