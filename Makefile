# make demo: cài đặt và chạy ví dụ / install and run the example.    make test, make lint, make clean: for developers.
# Only relative paths here: make splits names at spaces, and a checkout may stand in "Thi đua năm 2019".

PYTHON ?= python3
PYTEST_ARGS ?= -n 2
SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules --no-print-directory

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
INSTALL := $(PIP) install --quiet --constraint constraints.txt
EXAMPLE := examples/thu-ngan-sach/mien-dong-nam-bo-2013

.PHONY: help demo test lint clean
.DELETE_ON_ERROR:
.NOTPARALLEL:

help:
	@printf '%s\n' 'make demo    cài đặt vào .venv và chạy ví dụ (install, run the example)' \
	  'make test    chạy toàn bộ kiểm thử (all tests)' \
	  'make lint    kiểm tra cách viết mã (style, types, direction of imports)' \
	  'make clean   xóa .venv và các tệp tạm (remove what make has made)'

demo: .venv/.durable
	@echo
	@echo '== thidua score $(EXAMPLE)'
	@$(BIN)/thidua score $(EXAMPLE)
	@echo
	@echo '== thidua explain $(EXAMPLE) --unit binh-phuoc'
	@$(BIN)/thidua explain $(EXAMPLE) --unit binh-phuoc
	@printf '%s\n' '' 'Có thể thử tiếp (what to try next):' \
	  '  $(BIN)/thidua --help' \
	  '  $(BIN)/thidua check' \
	  '  $(BIN)/thidua test' \
	  '  $(BIN)/thidua score $(EXAMPLE) --format json' \
	  '  $(BIN)/thidua glossary'

test: .venv/.dev .venv/.durable
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make a second run quick; a change of the dependencies installs again.
.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Cần Python 3.11 trở lên; chỉ rõ bằng: make demo PYTHON=python3.12 (Python 3.11 or later is needed)' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
	  echo 'Không tạo được .venv; trên Debian, Ubuntu cần gói python3-venv (the venv module is missing)' >&2; exit 1; }
	@touch $@

# Editable, so that the scales and rules of this checkout are the ones in use. The .pth file is rewritten with relative
# paths: Python up to 3.12 reads it in the locale's encoding and dies of a diacritic in it where LC_ALL is C.
EDITABLE = $(INSTALL) --editable $(1) && for site in .venv/lib/python*/site-packages; do \
	printf '../../../../cli\n../../../../engine\n' > "$$site/_thidua.pth" || exit 1; done

.venv/.installed: .venv/.created pyproject.toml constraints.txt
	@echo 'Đang cài đặt thidua vào .venv (installing)'
	@$(call EDITABLE,.)
	@touch $@

.venv/.dev: .venv/.installed
	@echo 'Đang cài đặt công cụ phát triển (installing development tools)'
	@$(call EDITABLE,'.[dev]')
	@touch $@

# durable-rules needs a C compiler and a Python below 3.13; without it the reference evaluator does the same work.
.venv/.durable: .venv/.installed
	@if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info >= (3, 13))'; then \
	  printf '%s\n' 'durable-rules không dùng được với Python 3.13 trở lên; thidua dùng bộ suy luận tham chiếu, kết quả như nhau.' \
	    '(durable-rules is not available for Python 3.13 and later; the reference evaluator is used.)'; \
	elif { $(call EDITABLE,'.[durable]') && $(BIN)/python -c 'import durable.lang'; } > .venv/durable.log 2>&1; then \
	  :; \
	else \
	  printf '%s\n' 'Không cài được durable-rules (thường do máy chưa có trình biên dịch C); thidua dùng bộ suy luận tham chiếu,' \
	    'kết quả như nhau. Chi tiết: .venv/durable.log. Cài trình biên dịch C xong, chạy: make clean demo' \
	    '(durable-rules could not be installed, mostly for want of a C compiler; the reference evaluator is used.)'; \
	fi
	@touch $@
