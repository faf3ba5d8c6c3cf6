/** What is wrong with the installation on this machine, as far as it shows without its server. */
@NullMarked
package dev.cadastre.cli.doctor;

import org.jspecify.annotations.NullMarked;
