/** What a notice says, in the forms that channels send; computes only. */
@NullMarked
package dev.cadastre.server.alerting.message;

import org.jspecify.annotations.NullMarked;
