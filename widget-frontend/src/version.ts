/** `_model_module` and `_view_module` of Sheliak's widgets: this package's name. */
export const MODULE_NAME = "jupyterlab-sheliak";

/** This package's version, which must satisfy the kernel's `_model_module_version`. */
export const MODULE_VERSION = "0.1.0";
