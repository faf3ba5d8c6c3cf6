/** What is drawn on pages over time: computed here, shown by templates. Pure. */
@NullMarked
package dev.cadastre.server.web.page.chart;

import org.jspecify.annotations.NullMarked;
