/// @file
/// The decimal numbers of CPython as a peer: its C accelerator (libmpdec inside), called through
/// the C interface of Python in this process, without the interpreter's loop around it.
///
/// Debian 12 has no package of libmpdec++, whose arithmetic this is.
#pragma once

#include <Python.h>

#include <string>
#include <utility>

namespace tiendo::bench {

/// A reference to an object of Python, owned.
class PyHandle {
 public:
  PyHandle() = default;
  explicit PyHandle(PyObject* owned) : object_(owned) {}
  PyHandle(PyHandle&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  PyHandle& operator=(PyHandle&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~PyHandle() { Py_XDECREF(object_); }

  PyObject* get() const { return object_; }

 private:
  PyObject* object_ = nullptr;
};

/// The class decimal.Decimal; starts the interpreter when first asked.
inline PyObject* python_decimal() {
  static PyObject* const kDecimal = [] {
    Py_InitializeEx(0);
    const PyHandle module(PyImport_ImportModule("_decimal"));
    if (module.get() == nullptr) Py_FatalError("Python has no module _decimal");
    return PyObject_GetAttrString(module.get(), "Decimal");
  }();
  return kDecimal;
}

/// A text as Python has it.
inline PyHandle python_text(const std::string& text) {
  return PyHandle(PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
}

/// decimal.Decimal(text)
inline PyHandle python_number(const PyHandle& text) {
  return PyHandle(PyObject_CallOneArg(python_decimal(), text.get()));
}

}  // namespace tiendo::bench
